/* What stands on the pages, in terms of doc. A new kind of publication is one file in this folder.
 */
#ifndef PUBLICATION_PUBLICATION_H
#define PUBLICATION_PUBLICATION_H

#include "base/locale.h"
#include "doc/doc.h"
#include "model/model.h"

/* A theme resolved against the fonts: styles by role and page masters. Made once for a theme and
 * language, const afterwards. */
struct look;

struct edition {
    const struct model *model;
    const struct fonts *fonts;
    const struct theme *theme;
    struct look *look;
    int looseness; /* lines of each paragraph more or less than is best for it, where it can be had */
    struct str language;
    struct locale *locale;
    struct arena *arena; /* owns the document and all that is made for it */
    struct diag *diag;
};

/* Resolves theme roles to styles; unknown families and colours are faults with their place. */
struct look *look_new(const struct theme *theme, const struct fonts *fonts, struct str language,
                      struct arena *arena, struct diag *diag);
/* The style of a role; a role that the theme does not name is a fault and gives the style `text`.
 */
const struct style *look_style(struct look *look, const char *role);
/* `base` with bold or italic turned on, for emphasis; made once. */
const struct style *look_emphasis(struct look *look, const struct style *base, bool bold,
                                  bool italic);

/* The print version of one release. */
struct doc *release_print(const struct edition *edition, const struct release *release);
/* The bulletin in the edition's language. */
struct doc *bulletin_doc(const struct edition *edition, const struct bulletin *bulletin);
/* The directory in the edition's language. */
struct doc *directory_doc(const struct edition *edition, const struct directory *directory);

#endif
