/* A diplomatic mission, the ministry included. */
#ifndef MODEL_MISSION_H
#define MODEL_MISSION_H

#include "yaml/schema.h"
#include "yaml/value.h"

enum mission_type {
    MISSION_MINISTRY,
    MISSION_EMBASSY,
    MISSION_EMBASSY_BRANCH,
    MISSION_PERMANENT_MISSION,
    MISSION_DELEGATION,
    MISSION_CONSULATE_GENERAL,
    MISSION_CONSULATE,
    MISSION_VICE_CONSULATE,
    MISSION_HONORARY_CONSULATE,
    MISSION_TRADE_MISSION,
    MISSION_INTERESTS_SECTION,
    MISSION_TYPES
};
/* "ministry", "embassy", "embassy_branch", …: the words of the data and the keys of the labels. */
extern const struct choices mission_types;

enum mission_status { STATUS_OPEN, STATUS_SUSPENDED, STATUS_CLOSED, STATUS_ELSEWHERE };
extern const struct choices mission_statuses; /* open suspended closed elsewhere */

extern const struct choices weekdays; /* monday … sunday; value 0 is Monday */

/* Hours of one or several days: {days: [monday, friday], open: ["09:00-13:00"], for: visas}. */
struct hours {
    LIST(struct choice) days;
    struct strings open; /* "09:00-13:00" each, checked */
    struct text purpose; /* key `for` */
    struct text note;
    struct span span;
};
struct hours_list {
    struct hours *at;
    size_t count;
    struct span span;
};

struct person {
    struct text name;
    struct text rank;
    struct span span;
};

struct section {
    struct text name;
    struct strings phone, email;
    struct string fax;
    struct person head;
    struct hours_list hours;
    struct text note;
    struct span span;
};

struct sections {
    struct section *at;
    size_t count;
    struct span span;
};

/* What few missions have stands apart (schema.h): a pointer that is never NULL, to zeroes where it
 * is absent. */
struct mission {
    struct string id;
    struct choice type;    /* enum mission_type */
    struct choice status;  /* enum mission_status */
    struct string country; /* ISO code */
    struct text city, region;
    struct text name;     /* full official name */
    struct texts address; /* lines, in Latin script (or a language's own form) */
    struct strings phone, email;
    struct person head;
    struct strings sources;
    struct span span;
    const struct text *country_name;     /* overrides ICU's name */
    const struct strings *address_local; /* lines in local script */
    const struct texts *postal_address;
    const struct strings *emergency_phone, *fax;
    const struct string *website;
    const struct strings *social;
    const struct sections *sections;
    const struct hours_list *hours;
    const struct text *district;         /* consular district */
    const struct strings *accredited_to; /* ISO codes: "also accredited to" */
    const struct text *national_day;
    const struct string *time_zone; /* Europe/Minsk, or UTC+3 */
    const struct text *status_note, *note;
    const struct dated *opened, *as_of;
};

extern const struct record mission_record;

#endif
