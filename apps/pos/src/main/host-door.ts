import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type * as z from 'zod'
import { err } from '@orderez/core/kernel'
import { describeIssue } from '@orderez/core/sync'
import { APP_ORIGIN } from '../shared/host-api.ts'
import { HOST_CHANNELS, hostRequests, type HostChannel } from '../shared/host-requests.ts'
import type { HostHandlers, HostRequest } from './host-handlers.ts'

type Requests = { readonly [C in HostChannel]: z.ZodType<HostRequest<C>> }
const requests: Requests = hostRequests

/** The one way in from the window: only our own page's main frame is heard, and only what parses. Never throws across. */
export function openHostDoor(ipc: IpcMain, handlers: HostHandlers): void {
  function listen<C extends HostChannel>(channel: C): void {
    ipc.handle(channel, async (event, ...args: unknown[]) => {
      if (!isOurPage(event)) return err('request.malformed', 'not our page')
      const request = requests[channel].safeParse(args)
      return request.success ? handlers[channel](request.data) : err('request.malformed', describeIssue(request.error))
    })
  }
  HOST_CHANNELS.forEach(listen)
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN
}
