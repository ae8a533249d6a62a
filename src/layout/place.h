/* Columns of strips onto pages. */
#ifndef LAYOUT_PLACE_H
#define LAYOUT_PLACE_H

#include "layout/sheet.h"

/* White between text and footnotes; the rule of 40 mm stands in it. */
#define NOTE_GAP SP_OF_PT(13.5)

struct placer;

struct placer *placer_new(struct setter *setter);
void placer_free(struct placer *placer);
/* A flow begins on a page of its own; its columns come in one or several parts. */
void place_flow_begin(struct placer *placer, const struct flow *flow);
void place_columns(struct placer *placer, const struct breaks_request *request,
                   const struct columns *columns);
void place_flow_end(struct placer *placer);
/* Whether something that was placed goes on in columns to come. */
bool place_unfinished(const struct placer *placer);

/* All pages, with what waited for their numbers. */
struct pages *placer_finish(struct placer *placer);
/* Instead: numbers of pages are others than was thought. */
void placer_drop(struct placer *placer);

#endif
