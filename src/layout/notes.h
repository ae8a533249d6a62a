/* Footnotes of a flow, in the order of their calls. A part of them stands at the foot of a column.
 */
#ifndef LAYOUT_NOTES_H
#define LAYOUT_NOTES_H

#include "layout/strip.h"

/* Before line `line` of all that strip `strip` calls. */
struct note_place {
    size_t strip;
    uint32_t line;
};

/* The line at `place`, which moves there when it stands behind the last line of a strip; NULL when
 * there is none before `end`. `head`: it begins its note. */
const struct strip *note_line(const struct strip *strips, struct note_place *place,
                              struct note_place end, bool *head);

/* Lines from `place` on, before `end`, that fit into `most` sp; `place` moves behind them. Their
 * height. */
sp notes_fill(const struct strip *strips, struct note_place *place, struct note_place end, sp most);

/* Height of the lines from `from` to `end`. */
sp notes_height(const struct strip *strips, struct note_place from, struct note_place end);

#endif
