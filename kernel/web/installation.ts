import { kernelActions } from '#kernel/actions.ts'
import { useRead } from './use-read.ts'

/** Every demo account has it; the server refuses demo accounts elsewhere. */
export const demoPassword = 'houqin-demo'

/** Asks what this installation is: demo or not, set up or not, its version. */
export function useInstallation() {
  return useRead(kernelActions.installation, {})
}
