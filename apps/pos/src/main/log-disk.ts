import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { flushDirectory, readFileIfThere, removeDrafts, replaceFile } from './safe-file.ts'

/** The folder of one fact log. Tests put a disk in between that is full, fails or counts. */
export interface LogDisk {
  list(): Promise<readonly string[]>
  read(name: string): Promise<Uint8Array | null>
  readRange(name: string, from: number, to: number): Promise<Uint8Array>
  /** Whole and flushed, or not there at all. */
  replace(name: string, content: string | Uint8Array): Promise<void>
  openForWriting(name: string): Promise<LogFile>
  rename(name: string, to: string): Promise<void>
  remove(name: string): Promise<void>
}

export interface LogFile {
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Resolves when what was written would survive the loss of power. */
  flush(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

export async function openLogDisk(folder: string): Promise<LogDisk> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeDrafts(folder)
  const at = (name: string) => join(folder, name)
  return {
    list: () => readdir(folder),
    read: (name) => readFileIfThere(at(name)),
    readRange: (name, from, to) => readRange(at(name), from, to),
    replace: (name, content) => replaceFile(at(name), content),
    openForWriting: (name) => openLogFile(at(name)),
    async rename(name, to) {
      await rename(at(name), at(to))
      await flushDirectory(folder)
    },
    remove: (name) => rm(at(name), { force: true }),
  }
}

async function readRange(path: string, from: number, to: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(to - from)
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled)
      if (bytesRead === 0) return bytes.subarray(0, filled)
      filled += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

async function openLogFile(path: string): Promise<LogFile> {
  const file = await open(path, 'r+')
  return {
    async write(bytes, position) {
      let written = 0
      while (written < bytes.length) {
        const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
        written += bytesWritten
      }
    },
    flush: () => file.datasync(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  }
}
