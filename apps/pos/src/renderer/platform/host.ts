import { HOST_API_KEY, type HostApi } from '../../shared/host-api.ts'

/** Electron's side of the bridge, or null in a browser. */
export function hostApi(): HostApi | null {
  const bridge: unknown = Reflect.get(globalThis, HOST_API_KEY)
  return isHostApi(bridge) ? bridge : null
}

function isHostApi(bridge: unknown): bridge is HostApi {
  return typeof bridge === 'object' && bridge !== null && 'factLog' in bridge
}
