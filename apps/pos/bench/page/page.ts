import type {} from '../bench-page.ts'
import { saveRounds } from './durable.ts'
import { showList } from './rxdb-list.ts'
import { openPouchSync, openRxSync } from './peer-sync.ts'
import { seedDishes, seedOrders } from './seed-terminal.ts'
import { openRxApp, seedRxApp } from './rxdb-app.ts'

window.bench = { saveRounds, showList, openPouchSync, openRxSync, seedOrders, seedDishes, seedRxApp }
// The peer's application starts by itself, as an application does.
if (location.hash.startsWith('#app=')) void openRxApp(location.hash.slice('#app='.length))
