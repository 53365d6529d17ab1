/** What is put into a text to see that it is refused, or shown as it stands. */

/** Text as good as any other to the register: it must be shown, and run nowhere. */
export const TEXT_PAYLOADS = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<!-- --><b>',
  ']]>',
  '{{ constructor.constructor(1) }}',
  '${alert(1)}',
  '`',
  '"onclick="alert(1)',
  "'-alert(1)-'",
  'javascript:alert(1)',
  '&lt;b&gt;&#0;',
  '=1+1',
  '=HYPERLINK("x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '%00',
  '\\u0000',
  '../../etc/passwd',
  '𝔘𝔫𝔦 🏳️ é',
  'نص',
] as const

/** Characters that nobody sees, or that show a text as another than it is. */
export const HIDDEN_PAYLOADS = ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u00ad', '\u200b', '\u200e', '\u200f', '\u2028', '\u2029', '\u202e', '\u2060', '\u2066', '\u061c', '\ufeff', '\ufffd', '\ufffe', '\u{e0041}', '\ue000', '\ud800', '\udc00', '\r'] as const

export const URL_PAYLOADS = [
  'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//example.org/', 'http:/example.org', 'https://', 'https://user:pass@example.org/', 'https://example.org@example.net/',
  'https://example.org/ x', '"https://example.org/\\nx"', 'https://example.org/"><script>', "https://example.org/<b>", 'https://exa\\mple.org/', 'vbscript:x', 'JAVASCRIPT:alert(1)', 'ftp://example.org/', 'https://example.org/^', 'blob:https://example.org/', 'https://[::1', 'https://example.org:99999/',
] as const

export const DATE_PAYLOADS = ['2026-13-01', '2026-02-30', '2026-2-3', '23.11.2026', 'yesterday', '20261123', '-1', '2026-11-23T00:00:00Z', '2026/11', '0000-00-00'] as const

export const VALUE_PAYLOADS = ['null', '~', '""', '[]', '{}', '12', '-0', '1e999', '.nan', '.inf', 'true', '0x10', '[[[[]]]]', '{ a: { b: { c: 1 } } }', '[null]', '{ __proto__: 1 }', '{ constructor: 1 }', '|', '>-', '*x', '&x', '!!binary aGk=', '!x y', '!!int "3"', '!!set { a }', '<<', '? x', '- x', '%x', '@x', '`x', '"unclosed', "'unclosed", '[unclosed', '{unclosed', '# gone', 'a # gone', 'a: b', 'a - b', '&a text', '2020-01-01', 'yes', 'NaN'] as const

export const KEY_PAYLOADS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '<<', '', '?', '""', 'ID', 'id ', '"id"', 'extra', '[a]', '{a: 1}', '!!str id', '&k id', '0', 'null'] as const
