import type { RoleName } from '@orderez/core/branch'

/** What the demo restaurant is called. */
export const DEMO_NAMES = { zh: '青禾小馆', en: 'Qinghe Bistro' } as const

/** The demo's people with their PINs. They exist in the demo's database only and are shown on its sign-in screen. */
export const DEMO_PEOPLE: readonly { signIn: string; name: string; pin: string; roles: readonly RoleName[] }[] = [
  { signIn: 'lin', name: '林悦 Lin Yue', pin: '111111', roles: ['waiter'] },
  { signIn: 'zhou', name: '周明 Zhou Ming', pin: '222222', roles: ['waiter'] },
  { signIn: 'chen', name: '陈师傅 Chef Chen', pin: '333333', roles: ['kitchen'] },
  { signIn: 'wang', name: '王芳 Wang Fang', pin: '444444', roles: ['cashier'] },
  { signIn: 'zhao', name: '赵店长 Manager Zhao', pin: '555555', roles: ['manager'] },
]
