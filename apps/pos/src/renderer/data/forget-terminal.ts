import * as z from 'zod'
import { idSchema, type TerminalId } from '@orderez/core/kernel'
import { hostApi } from '../platform/host.ts'
import { createIdentityKeeper } from '../platform/identity-keeper.ts'
import { OPENED_LOG } from './opened-log.ts'

const FORGOTTEN = 'orderez.forgotten'
const DELETE_PATIENCE_MS = 3_000
const forgottenSchema = z.array(idSchema('terminal'))

/**
 * This installation is no terminal any more. What it kept of a terminal is deleted when the page is loaded anew, before anything is
 * opened: a database that is open cannot be deleted, and a page that dies in between finds its list again.
 */
export async function forgetTerminal(
  terminal: TerminalId,
  { keepData }: { readonly keepData: boolean },
): Promise<void> {
  if (!keepData) localStorage.setItem(FORGOTTEN, JSON.stringify([...forgotten(), terminal]))
  await createIdentityKeeper(hostApi()).forget()
}

/** Deletes what is left of forgotten terminals. What another window holds open is left for the next time. */
export async function sweepForgotten(): Promise<void> {
  const terminals = forgotten()
  if (terminals.length === 0) return
  const databases = await indexedDB.databases()
  const left = new Set<TerminalId>()
  for (const { name = '' } of databases) {
    const owner = terminals.find((terminal) => name.includes(terminal))
    if (owner && !(await isDeleted(name))) left.add(owner)
  }
  const openedLog = localStorage.getItem(OPENED_LOG)
  if (terminals.some((terminal) => terminal === openedLog)) localStorage.removeItem(OPENED_LOG)
  if (left.size === 0) localStorage.removeItem(FORGOTTEN)
  else localStorage.setItem(FORGOTTEN, JSON.stringify([...left]))
}

function forgotten(): readonly TerminalId[] {
  const parsed = forgottenSchema.safeParse(parsedText(localStorage.getItem(FORGOTTEN)))
  return parsed.success ? parsed.data : []
}

function parsedText(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

function isDeleted(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    const timer = setTimeout(() => resolve(false), DELETE_PATIENCE_MS)
    const end = (deleted: boolean) => {
      clearTimeout(timer)
      resolve(deleted)
    }
    request.addEventListener('success', () => end(true))
    request.addEventListener('error', () => end(false))
  })
}
