/** On a terminal one line that changes; elsewhere a line each time `every` more are done. */
export function progressOn(stream: { readonly isTTY?: boolean; write: (text: string) => unknown }, every = 25) {
  let open = false
  let told = -1
  const close = () => {
    if (open) stream.write('\n')
    open = false
  }
  return {
    step(words: string) {
      close()
      told = -1
      stream.write(`${words}\n`)
    },
    count(what: string, done: number, all: number) {
      if (done === told) return
      if (stream.isTTY) {
        stream.write(`\r  ${what} ${String(done).padStart(String(all).length)} of ${all}`)
        open = true
      } else if (done === all || done - Math.max(told, 0) >= every) stream.write(`  ${what} ${done} of ${all}\n`)
      else return
      told = done
    },
    end: close,
  }
}

export type Progress = ReturnType<typeof progressOn>
