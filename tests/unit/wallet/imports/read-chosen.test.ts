import { expect, it } from 'vitest';
import { readChosen } from '../../../../utils/pages/wallet/read-chosen.ts';

const file = (name: string, content = 'x') => new File([content], name);

/** A folder that was dropped, or a file that was deleted meanwhile: browsers say so only when it is read. */
function gone(name: string): File {
  return Object.assign(file(name), {
    arrayBuffer: () => Promise.reject(new DOMException('not there', 'NotFoundError')),
  });
}

/** As large as one likes, without being so. */
function large(name: string, size: number, head = ''): File {
  return Object.defineProperty(file(name, head), 'size', { value: size });
}

const MIB = 1_048_576;

it('one that cannot be read keeps no other out', async () => {
  const { files, unread } = await readChosen([file('a.png'), gone('a folder'), file('b.json')]);
  expect(files.map(({ name }) => name)).toEqual(['a.png', 'b.json']);
  expect(unread).toEqual([{ label: 'a folder', why: 'unreadable' }]);
});

it('what is too large to be anything is not read, save a backup', async () => {
  const { files, unread } = await readChosen([
    large('film.mp4', 65 * MIB),
    large('backup.json', 200 * MIB, '{"format":"touchstone-backup"'),
    large('no backup.json', 300 * MIB, '{"format":"touchstone-backup"'),
    file('c.png'),
  ]);
  expect(files.map(({ name }) => name)).toEqual(['backup.json', 'c.png']);
  expect(unread).toEqual([
    { label: 'film.mp4', why: 'too-large' },
    { label: 'no backup.json', why: 'too-large' },
  ]);
});

it('all of them together have an end', async () => {
  const many = Array.from({ length: 10 }, (_, n) => large(`${n}.zip`, 60 * MIB));
  const { files, unread } = await readChosen(many);
  expect([files.length, unread.length]).toEqual([8, 2]);
});
