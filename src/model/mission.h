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

struct mission {
    struct string id;
    struct choice type;       /* enum mission_type */
    struct string country;    /* ISO code */
    struct text country_name; /* overrides ICU's name */
    struct text city, region;
    struct text name;             /* full official name */
    struct texts address;         /* lines, in Latin script (or a language's own form) */
    struct strings address_local; /* lines in local script */
    struct texts postal_address;
    struct strings phone, emergency_phone, fax, email;
    struct string website;
    struct strings social;
    struct person head;
    LIST(struct section) sections;
    struct hours_list hours;
    struct text district;         /* consular district */
    struct strings accredited_to; /* ISO codes: "also accredited to" */
    struct text national_day;
    struct string time_zone; /* Europe/Minsk, or UTC+3 */
    struct choice status;    /* enum mission_status */
    struct text status_note;
    struct dated opened;
    struct text note;
    struct dated as_of;
    struct strings sources;
    struct span span;
};

extern const struct record mission_record;

#endif
