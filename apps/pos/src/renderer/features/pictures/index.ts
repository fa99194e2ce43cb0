export { DishPicture } from './dish-picture.tsx'
export { PictureField } from './picture-field.tsx'
export { ShortDiskNotice } from './short-disk-notice.tsx'
