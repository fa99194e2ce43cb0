export { UndoRedo } from './undo-redo.tsx'
export { useDocumentEdits, type DocumentEdits } from './use-document-edits.ts'
