/* A directory of missions. */
#ifndef MODEL_DIRECTORY_H
#define MODEL_DIRECTORY_H

#include "model/mission.h"
#include "yaml/schema.h"
#include "yaml/value.h"

enum directory_order { DIRECTORY_BY_COUNTRY, DIRECTORY_BY_REGION, DIRECTORY_BY_TYPE };
extern const struct choices directory_orders; /* country region type */

/* The facts of an entry, in the order in which an entry shows them unless `fields` says otherwise.
 */
enum entry_field {
    ENTRY_HEAD,
    ENTRY_ADDRESS,
    ENTRY_ADDRESS_LOCAL,
    ENTRY_POSTAL_ADDRESS,
    ENTRY_PHONE,
    ENTRY_EMERGENCY,
    ENTRY_FAX,
    ENTRY_EMAIL,
    ENTRY_WEBSITE,
    ENTRY_SOCIAL,
    ENTRY_HOURS,
    ENTRY_SECTIONS,
    ENTRY_DISTRICT,
    ENTRY_ACCREDITED,
    ENTRY_NATIONAL_DAY,
    ENTRY_TIME_ZONE,
    ENTRY_STATUS,
    ENTRY_OPENED,
    ENTRY_NOTE,
    ENTRY_AS_OF,
    ENTRY_FIELDS
};
extern const struct choices entry_fields; /* head address address_local … as_of */

enum directory_index { INDEX_CITY, INDEX_COUNTRY, INDEX_HEAD };
extern const struct choices directory_indexes; /* city country head */

struct directory {
    struct string id;
    struct text title;
    struct text state;    /* "Republic of Belarus", above the title */
    struct string issuer; /* id of the ministry */
    struct text edition;  /* "Edition of 24 November 2026" is made from as_of when absent */
    struct dated as_of;
    struct text disclaimer;
    struct text introduction; /* Markdown, after the title page */
    struct strings languages;
    struct { /* which missions; none given: all */
        struct strings missions, countries, regions;
        LIST(struct choice) types;
        LIST(struct choice) statuses;
        struct span span;
    } select;
    struct choice order;
    LIST(struct choice) fields;  /* enum entry_field; none given: all */
    LIST(struct choice) indexes; /* enum directory_index */
    struct boolean totals;       /* a table of missions by type */
    struct boolean legend;       /* the labels explained */
    struct string pages;         /* struct page_goal as text */
    struct integer columns;      /* default from the theme */
    struct span span;
};

extern const struct record directory_record;

#endif
