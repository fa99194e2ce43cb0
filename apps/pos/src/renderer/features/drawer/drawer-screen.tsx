export function DrawerScreen() {
  return <main />
}
