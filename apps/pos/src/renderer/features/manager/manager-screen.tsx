export function ManagerScreen() {
  return <main />
}
