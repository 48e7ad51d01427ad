import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cache, npmInstall } from './editorServer.mjs';
import { installOnce } from './installOnce.mjs';

const korean = '@expo-google-fonts/nanum-gothic';
const folder = () => cache('fonts');

/**
 * Environment variables that let the Chromium from npm show Latin, Cyrillic and Korean text on a machine that has no such fonts, so that a
 * person can read the screenshots. The machine's own fonts stay first. Empty for other browsers, and when the fonts cannot be had: tests do
 * not need them.
 */
export async function browserFonts(executable) {
  if (!executable.startsWith(cache('chromium-'))) return {};
  try {
    await installOnce(folder(), async (partial, step) => {
      await step('korean', 'installing a Korean font for the screenshots from npm (6 MB) …', () => npmInstall(partial, `${korean}@0.4.0`));
      await step('list', 'listing the fonts …', () => writeFile(join(partial, 'fonts.conf'), configuration(dirname(executable))));
    });
  } catch {
    return {};
  }
  return { FONTCONFIG_FILE: join(folder(), 'fonts.conf') };
}

function configuration(chromiumFolder) {
  const folders = ['/usr/share/fonts', join(chromiumFolder, 'fonts'), join(folder(), 'node_modules', korean)];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${folders.map((path) => `<dir>${path}</dir>`).join('\n  ')}
  <cachedir>${join(folder(), 'cache')}</cachedir>
</fontconfig>
`;
}
