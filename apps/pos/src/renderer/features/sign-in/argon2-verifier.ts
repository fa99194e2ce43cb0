export { argon2Verify } from 'hash-wasm'
