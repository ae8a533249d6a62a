/* Lists of what stands on which page. */
#ifndef PUBLICATION_CONTENTS_H
#define PUBLICATION_CONTENTS_H

#include "publication/publication.h"

/* A list that entries are added to. */
struct block *contents_new(const struct edition *edition, struct block *parent);
/* A line with its page behind dots; all of it leads to the block `target`. `span` is where the
 * title comes from. */
struct block *contents_line(const struct edition *edition, struct block *contents,
                            const char *style, struct str title, struct span span,
                            struct str target);

#endif
