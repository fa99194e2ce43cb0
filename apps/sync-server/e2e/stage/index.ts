export * from './restaurant-server.ts'
export * from './site-client.ts'
export * from './round-of-dishes.ts'
