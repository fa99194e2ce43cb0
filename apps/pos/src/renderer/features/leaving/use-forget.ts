import { forgetTerminal, useTerminal } from '../../data/index.ts'
import { terminalForgotten, useUiDispatch } from '../../state/index.ts'

/** Takes this installation back to the doors. Only one local database can be open in a page, so the page is loaded anew. */
export function useForget(): (data: { readonly keepData: boolean }) => Promise<void> {
  const { identity, close } = useTerminal()
  const dispatch = useUiDispatch()
  return async (data) => {
    await close()
    await forgetTerminal(identity.terminal, data)
    dispatch(terminalForgotten())
    window.location.reload()
  }
}
