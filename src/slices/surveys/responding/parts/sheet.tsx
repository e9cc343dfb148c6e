import type { ComponentChildren } from 'preact'

/**
 * The whole look of these pages, in the page: a second request would cost a phone more than these bytes. The colours are
 * those of the product (src/ui/css/tokens.css).
 */
export const STYLE = `:root{color-scheme:light dark;--p:light-dark(#fcf9f2,#191714);--i:light-dark(#221d18,#ebe7e0);--s:light-dark(#5d5750,#afaaa3);--h:light-dark(#ded8d0,#3c3934);--b:light-dark(#1654a9,#86b7f6);--o:light-dark(#fffdfa,#14202f);--n:light-dark(#b52c25,#f58170)}
body{background:var(--p);color:var(--i);font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:.5rem 1rem 3rem}p,legend,label,h1,h2,li{overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 1rem}h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}a{color:var(--b);display:inline-block;padding:.6rem 0}ul{list-style:none;padding:0}
fieldset,.t{border:0;border-top:1px solid var(--h);padding:1rem 0;margin:0;min-width:0}legend{float:left;width:100%;font-weight:600;padding:0;margin-bottom:.25rem}legend+*{clear:both}label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}
.t label{display:block;font-weight:600}input{accent-color:var(--b);width:1.4rem;height:1.4rem;flex:none;margin:0}textarea{box-sizing:border-box;width:100%;min-height:7rem;font:inherit;color:inherit;background:0 0;border:1px solid var(--s);border-radius:.25rem;padding:.5rem}
.s{color:var(--s)}.p{border-left:4px solid var(--b);padding-left:1rem}.e{color:var(--n);font-weight:600;margin:.25rem 0}[role=alert]{border:2px solid var(--n);padding:0 1rem;margin:.5rem 0 1.5rem}[role=alert] h2{margin-top:1rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.6rem 1.5rem;width:100%;margin:.4rem 0;border:1px solid var(--b);border-radius:.25rem;background:0 0;color:var(--b);cursor:pointer}button.m{background:var(--b);color:var(--o)}
#k{border-top:1px solid var(--h);margin-top:1rem}:focus-visible{outline:3px solid var(--b);outline-offset:2px}@media(min-width:30rem){button{width:auto;margin-right:.75rem}}`

type SheetProps = {
  language: string
  title: string
  /** What happened, for the page's script. */
  outcome: 'ask' | 'arrived' | 'used' | 'closed' | 'away' | 'none'
  script?: string
  children: ComponentChildren
}

/** The paper on which everything here stands. */
export function Sheet({ language, title, outcome, script, children }: SheetProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
        {script && <script defer src={script} />}
      </head>
      <body>
        <main data-is={outcome}>{children}</main>
      </body>
    </html>
  )
}
