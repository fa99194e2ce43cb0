export { useMenuEdits, type DishFields } from './use-menu-edits.ts'
