export { mayEditDishes } from './may-edit-dishes.ts'
export { pictureHandlers, type PictureHandlers } from './picture-handlers.ts'
export { createPictures, PICTURES, type Pictures } from './pictures.ts'
