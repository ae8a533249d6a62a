/* A press release. */
#ifndef MODEL_RELEASE_H
#define MODEL_RELEASE_H

#include "yaml/schema.h"
#include "yaml/value.h"

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
