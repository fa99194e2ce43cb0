/** How to trust a site authority on the systems that restaurants use, in the two languages of the product. */
const STEPS = [
  {
    system: 'iPad · iPhone',
    zh: [
      '用 Safari 打开本页并下载证书',
      '设置 → 已下载描述文件 → 安装',
      '设置 → 通用 → 关于本机 → 证书信任设置 → 打开开关',
    ],
    en: [
      'Open this page in Safari and download the certificate',
      'Settings → Profile Downloaded → Install',
      'Settings → General → About → Certificate Trust Settings → switch it on',
    ],
  },
  {
    system: 'Android',
    zh: ['下载证书', '设置 → 安全 → 加密与凭据 → 安装证书 → CA 证书', '选择下载的文件'],
    en: [
      'Download the certificate',
      'Settings → Security → Encryption & credentials → Install a certificate → CA certificate',
      'Choose the downloaded file',
    ],
  },
  {
    system: 'Windows',
    zh: [
      '下载并打开证书 → 安装证书 → 本地计算机',
      '将所有的证书放入下列存储 → 受信任的根证书颁发机构',
      '重新启动浏览器',
    ],
    en: [
      'Download and open the certificate → Install Certificate → Local Machine',
      'Place all certificates in → Trusted Root Certification Authorities',
      'Restart the browser',
    ],
  },
  {
    system: 'macOS',
    zh: ['下载并打开证书，加入「系统」钥匙串', '在钥匙串访问中双击它 → 信任 → 始终信任', '重新启动浏览器'],
    en: [
      'Download and open the certificate, add it to the System keychain',
      'In Keychain Access double-click it → Trust → Always Trust',
      'Restart the browser',
    ],
  },
] as const

export interface TrustPageFacts {
  readonly fingerprint: string
  readonly addresses: readonly string[]
}

/** A page without scripts that works over plain HTTP: what to trust, how to check it is the right one, where to go then. */
export function trustPage({ fingerprint, addresses }: TrustPageFacts): string {
  const groups = fingerprint.match(/.{1,8}/g)?.join(' ') ?? fingerprint
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>信任此服务器 · Trust this server · OrderEZ 点餐爽</title>
<link rel="stylesheet" href="/trust/trust.css">
</head>
<body>
<main>
<h1>信任此服务器 <span lang="en">Trust this server</span></h1>
<p>终端离线也能工作，但浏览器只允许受信任的地址这样做。每台设备安装一次本店证书即可。</p>
<p lang="en">Terminals go on working offline, but a browser allows that only to an address it trusts. Install this site's certificate once on each device.</p>
<p><a class="button" href="/trust/ca.pem" download="orderez-site.crt">下载证书 · <span lang="en">Download the certificate</span></a></p>
<p>安装前请核对指纹与服务器屏幕上显示的一致：<br><span lang="en">Before installing, check that this fingerprint is the one on the server's screen:</span><br><code>${escapeHtml(groups)}</code></p>
${STEPS.map(section).join('\n')}
<h2>完成后打开 <span lang="en">Then open</span></h2>
<ul>${addresses.map((address) => `<li><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></li>`).join('')}</ul>
</main>
</body>
</html>
`
}

export const TRUST_CSS = `:root{color-scheme:light dark;--ink:#231a1f;--ground:#fdfcfa;--edge:#8a8078;--brand:#5b1f43;--on-brand:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#f3eeea;--ground:#1c1719;--edge:#8d8389;--brand:#e3a9cb;--on-brand:#2a0f20}}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.5 -apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:44rem;margin:0 auto;padding:24px 16px 48px}
h1{font-size:32px;line-height:1.2}h1 span,h2 span{display:block;font-size:20px;font-weight:400}
h2{margin-top:32px;font-size:20px}code{overflow-wrap:anywhere;font-size:17px}
.button{display:inline-block;padding:14px 20px;border-radius:10px;background:var(--brand);color:var(--on-brand);text-decoration:none;font-weight:700}
a{color:inherit}li{margin:6px 0}ul a{display:inline-block;padding:10px 0}section{border-top:1px solid var(--edge)}
`

function section(step: (typeof STEPS)[number]): string {
  const items = step.zh.map((zh, index) => `<li>${zh}<br><span lang="en">${step.en[index] ?? ''}</span></li>`).join('')
  return `<section><h2>${step.system}</h2><ol>${items}</ol></section>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
