import { contextBridge, ipcRenderer } from 'electron'
import type { HOST_API_KEY, HostApi } from '../shared/host-api.ts'
import type { HostChannel } from '../shared/host-requests.ts'

// Types only from shared/: its schemas would put a parser into a script that delays the page. Main parses what comes.
const key: typeof HOST_API_KEY = 'orderezHost'

function call<C extends HostChannel>(channel: C) {
  return (...args: readonly unknown[]) => ipcRenderer.invoke(channel, ...args)
}

const host: HostApi = {
  appInfo: call('appInfo'),
  site: { read: call('site.read'), write: call('site.write') },
  identity: { read: call('identity.read'), write: call('identity.write'), forget: call('identity.forget') },
  factLog: {
    open: call('factLog.open'),
    tail: call('factLog.tail'),
    append: call('factLog.append'),
    read: call('factLog.read'),
    startIncarnation: call('factLog.startIncarnation'),
    dropThrough: call('factLog.dropThrough'),
  },
}

contextBridge.exposeInMainWorld(key, host)
