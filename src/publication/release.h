/* A release as it stands in a print version and in a bulletin. */
#ifndef PUBLICATION_RELEASE_H
#define PUBLICATION_RELEASE_H

#include "publication/publication.h"

struct release_place {
    int level;            /* of the title: 1 is H1 */
    struct str id_prefix; /* before ids of notes: unique in the document */
    size_t notes;         /* of the releases before it; release_add counts its own in */
    const bool *listed;   /* missions of the model, by index, that the document lists; NULL: none */
    struct str kicker;    /* empty: the release's section */
};

/* "release-2019-11-15-trafficking-en" */
struct str release_block_id(const struct edition *edition, const struct release *release);
/* Appends the release: side matter, kicker, title, lead and body. */
struct block *release_add(const struct edition *edition, struct block *parent,
                          const struct release *release, struct release_place *place);
/* The mission that issues it; the ministry when it names none; NULL when there is neither. */
const struct mission *release_issuer(const struct edition *edition, const struct release *release);
/* The first mission of type ministry, or NULL. */
const struct mission *ministry_find(const struct model *model);

#endif
