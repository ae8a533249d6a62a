/* Which missions and releases of the model a publication takes. */
#ifndef PUBLICATION_SELECT_H
#define PUBLICATION_SELECT_H

#include "publication/publication.h"

struct chosen_missions {
    const struct mission **at;
    size_t count;
};
struct chosen_releases {
    const struct release **at;
    size_t count;
};

struct chosen_missions select_missions(const struct edition *edition,
                                       const struct directory *directory);
/* Releases in the edition's language, in the order that the bulletin asks for. Those that it names
 * by id are taken in the language's translation. */
struct chosen_releases select_releases(const struct edition *edition,
                                       const struct bulletin *bulletin);
bool strings_have(const struct strings *strings, struct str s);

#endif
