export function BoardScreen() {
  return <main />
}
