export { PreferencesButton } from './preferences-button.tsx'
