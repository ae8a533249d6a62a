/* Paragraphs with a line more or a line less, where that makes columns end well. */
#ifndef LAYOUT_VARY_H
#define LAYOUT_VARY_H

#include "layout/breaks.h"
#include "layout/setter.h"

/* Finds the columns that end badly: a few lines short, within what should stay together, at a
 * hyphen, or with a last page that looks forgotten. Justified paragraphs of these columns and of
 * the ones before are tried with a line more and less; the division that costs least chooses among
 * them. Then galley, request and columns are those of the paragraphs as chosen. Nothing changes
 * where nothing is bad; the time is that of setting the paragraphs tried again, twice. */
void vary_paragraphs(struct setter *setter, struct galley *galley, struct breaks_request *request,
                     struct columns *columns);

/* Are the lines, a variant of those of the set, no worse than lines may be or than its own are? */
bool lines_tolerable(const struct lines *lines, const struct set *set);

#endif
