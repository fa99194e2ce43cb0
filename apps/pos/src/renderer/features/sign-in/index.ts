export { PinPad } from './pin-pad.tsx'
export { SignInScreen } from './sign-in-screen.tsx'
export { prepareVerifying } from './verify-pin.ts'
