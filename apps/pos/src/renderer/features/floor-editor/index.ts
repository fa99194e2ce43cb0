export { FloorEditorPanel } from './floor-editor-panel.tsx'
