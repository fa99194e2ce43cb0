export { SizedStepper } from './sized-stepper.tsx'
export { UndoRedo } from './undo-redo.tsx'
export { useDocumentEdits, type DocumentEdits } from './use-document-edits.ts'
