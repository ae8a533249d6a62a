/* A weekly bulletin: which releases, in which order, with which listing of missions. */
#ifndef MODEL_BULLETIN_H
#define MODEL_BULLETIN_H

#include "yaml/schema.h"
#include "yaml/value.h"

enum listing { LISTING_NONE, LISTING_ALL, LISTING_REGION, LISTING_TYPE, LISTING_CONCERNED };
extern const struct choices listings; /* none all region type concerned */

enum bulletin_order { ORDER_NEWEST, ORDER_OLDEST, ORDER_GIVEN };
extern const struct choices bulletin_orders; /* newest oldest given */

/* A part of the bulletin: releases by id, or all selected ones that bear one of the tags. */
struct bulletin_section {
    struct text title;
    struct strings releases; /* ids; of any language: the translation in the edition's is taken */
    struct strings tags;
    struct span span;
};

struct bulletin {
    struct string id;
    struct text name; /* "Foreign Policy Bulletin" */
    struct integer number, volume;
    struct string issn;
    struct dated from, to; /* whole days */
    struct strings languages;
    struct string issuer; /* id of a mission */
    struct string url;
    struct {                     /* which releases; all conditions hold */
        struct strings releases; /* ids */
        struct dated from, to;   /* default: the bulletin's own */
        struct strings tags;
        struct choice order;
        struct span span;
    } select;
    LIST(struct bulletin_section) sections;
    struct choice listing; /* enum listing */
    struct boolean synoptic; /* releases on the same pages in all languages */
    struct string pages;   /* struct page_goal as text */
    struct texts imprint;  /* paragraphs of Markdown text for the side column */
    struct span span;
};

extern const struct record bulletin_record;

#endif
