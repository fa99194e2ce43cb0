import express, { type RequestHandler } from 'express'
import { MAX_PICTURE_BYTES } from '@orderez/core/menu'
import { Problem } from './problem.ts'

const readBytes = express.raw({ type: 'image/*', limit: MAX_PICTURE_BYTES, inflate: false })

/** Reads a body of bytes that says it is an image. Whether it is one is seen from the bytes. */
export const photoBody: RequestHandler = (request, response, next) => {
  readBytes(request, response, (fault?: unknown) => {
    if (fault) return next(fault)
    if (!Buffer.isBuffer(request.body) || request.body.byteLength === 0) return next(new Problem('picture.notAPhoto'))
    next()
  })
}
