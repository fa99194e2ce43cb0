import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

const DISPLAY_FD = 3

/** A display for one application: the one that is there, else a virtual one that ends with the application. */
export async function testDisplay(): Promise<string> {
  const present = process.env['DISPLAY']
  if (present || process.platform !== 'linux') return present ?? ''
  const args = ['-displayfd', String(DISPLAY_FD), '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-terminate']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await Promise.race([displayNumber(server), failure(server)])
  server.unref()
  return `:${number}`
}

async function displayNumber(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[DISPLAY_FD] as Readable
  let text = ''
  while (!text.includes('\n')) {
    const [chunk]: Buffer[] = await once(pipe, 'data')
    text += String(chunk)
  }
  return text.trim()
}

async function failure(server: ChildProcess): Promise<never> {
  const [code] = await once(server, 'exit')
  throw new Error(`The virtual display did not start (${code})`)
}
