import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** The same as the sync-server's for the web terminal: the page runs nothing but its own files and talks to nobody but its own origin. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export type PageFiles = (request: Request) => Promise<Response>

/** Serves the built window from a folder, and only from there; a path that names no file is the page itself. */
export function createPageFiles(root: string): PageFiles {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, null, 'text/plain')
    const path = fileIn(root, new URL(request.url).pathname)
    if (path === null) return answer(400, null, 'text/plain')
    const content = await contentOf(path)
    if (content === null) return answer(404, null, 'text/plain')
    return answer(200, request.method === 'HEAD' ? null : content, TYPES[extname(path)] ?? 'application/octet-stream')
  }
}

function fileIn(root: string, pathname: string): string | null {
  const decoded = decodedPath(pathname)
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
  const path = join(root, extname(decoded) === '' ? 'index.html' : decoded)
  return path.startsWith(root + sep) ? path : null
}

function decodedPath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (cause) {
    if (cause instanceof URIError) return null
    throw cause
  }
}

async function contentOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
    throw cause
  }
}

function answer(status: number, content: Uint8Array<ArrayBuffer> | null, type: string): Response {
  return new Response(content, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
