/* A press release. */
#ifndef MODEL_RELEASE_H
#define MODEL_RELEASE_H

#include "yaml/schema.h"
#include "yaml/value.h"

/* How wide a picture of the body stands: over text and side column, in the text column, in the side
 * column. */
enum placement { PLACEMENT_TEXT, PLACEMENT_COLUMN, PLACEMENT_MARGIN };
extern const struct choices placements; /* text column margin */

/* What the body does not say of a picture. */
struct release_picture {
    struct string file; /* as the body names it */
    struct choice placement;
    struct string credit;
    struct span span;
};

/* One file holds one release in one language; `translations` names its counterparts. */
struct release {
    struct string id;
    struct string title, subtitle;
    struct dated date; /* a whole day */
    struct string place;
    struct string language; /* of all its text */
    struct string reference;
    struct string issuer;  /* id of a mission: masthead and contacts follow it */
    struct string section; /* kicker: "United Nations" */
    struct string url;
    struct string short_url; /* printed under the QR code instead of url */
    struct dated embargo;    /* not before this day */
    struct string summary;
    struct text body; /* Markdown */
    LIST(struct release_picture) pictures;
    struct strings tags;
    struct strings missions; /* ids of related missions */
    struct {
        struct string name, phone, email;
        struct span span;
    } contact;
    struct strings translations; /* ids of releases */
    struct span span;
};

extern const struct record release_record;

#endif
