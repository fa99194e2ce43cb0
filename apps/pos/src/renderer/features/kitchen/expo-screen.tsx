export function ExpoScreen() {
  return <main />
}
