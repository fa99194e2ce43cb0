/** Under this key the web terminal notes whose log it has opened, so that an empty one is known for a lost one. */
export const OPENED_LOG = 'orderez.log'
