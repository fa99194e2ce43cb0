export { DishPicture } from './dish-picture.tsx'
export { PictureField } from './picture-field.tsx'
export { PicturesNotice } from './pictures-notice.tsx'
