//! What must hold between the parts of one operation's file, and between it and its vendor's.

use serde_json::Value;

use super::{as_wire, body, code, parameter, place, text_at, value, vendor_pointers};
use crate::diagnostic::Diagnostics;
use crate::read::{Document, Vendor};
use crate::schema::{Body, Node, Shape};

/// Checks one operation.
pub(super) fn check(folder: &Vendor, stem: &str, document: &Document, faults: &mut Diagnostics) {
    if let Some(name) = text_at(&document.value, "/operation").filter(|name| *name != stem) {
        let reason = format!("The operation is called `{name}` and its file `{stem}.json`.");
        faults.push(document.fault("/operation", reason, "The two must be one name."));
    }
    body::check(document, "/request", faults);
    body::check(document, "/reply", faults);
    parameter::check(document, faults);
    place::check(folder, document, faults);
    paging(document, faults);
    let Some(root) = document.value.pointer("/reply") else {
        return;
    };
    let reply = Body { root };
    own_pointers(document, reply, faults);
    if document.value.get("records").is_none() {
        faults.push(document.fault(
            "/records",
            "The operation has no list of records.",
            "Say where in the reply it stands; a product without one cannot be expressed yet.",
        ));
    }
    if let Some(name) = text_at(&document.value, "/envelope")
        && let Some(vendor) = &folder.vendor
        && vendor
            .value
            .pointer(&format!("/envelopes/{name}"))
            .is_none()
    {
        faults.push(document.fault(
            "/envelope",
            format!("The vendor has no envelope `{name}`."),
            "Describe it under `envelopes` in vendor.json.",
        ));
        return;
    }
    for (vendor, place, pointer) in vendor_pointers(folder, document) {
        match target(reply, &pointer) {
            Err(reason) => {
                let reason = format!(
                    "`{pointer}` is not in the reply of {}: {reason}.",
                    document.file
                );
                vendor.fault_at(&place, reason, "Every operation's reply must describe the field, whether a reply has it or not.", faults);
            }
            Ok(node) => {
                let Ok(shape) = node.shape() else { continue };
                let scalar = matches!(shape, Shape::Text | Shape::Integer | Shape::Enumeration(..))
                    || place.ends_with("/code") && !code::kinds(&node, &shape).is_empty();
                if !scalar && !place.ends_with("/payload") {
                    let reason = format!(
                        "`{pointer}` is neither text nor an integer in {}.",
                        document.file
                    );
                    vendor.fault_at(&place, reason, "Point at the value itself.", faults);
                } else if place.ends_with("/code") {
                    code::of_reply(vendor, document, &code::kinds(&node, &shape), faults);
                }
            }
        }
    }
}

impl Document {
    fn fault_at(&self, pointer: &str, reason: String, hint: &str, faults: &mut Diagnostics) {
        faults.push(self.fault(pointer, reason, hint));
    }
}

/// The schema that a pointer into the reply leads to.
fn target<'a>(reply: Body<'a>, pointer: &str) -> Result<Node<'a>, String> {
    let mut steps = reply.walk(pointer)?;
    steps
        .pop()
        .map(|(_, node)| node)
        .ok_or_else(|| "the pointer is empty".into())
}

fn own_pointers(document: &Document, reply: Body<'_>, faults: &mut Diagnostics) {
    // What is masked is no number any more, and cannot be compared with what was fetched.
    let total = text_at(&document.value, "/total").and_then(|total| target(reply, total).ok());
    if total.is_some_and(|node| node.value.get("x-sensitive").is_some()) {
        faults.push(document.fault(
            "/total",
            "The total is marked as personal.",
            "Drop `x-sensitive` there: how many records there are says nothing of a person.",
        ));
    }
    let mut expect = |place: &str, fits: &dyn Fn(&Node<'_>) -> bool, wanted: &str| {
        let Some(pointer) = text_at(&document.value, place) else {
            return;
        };
        let reason = match target(reply, pointer) {
            Err(reason) => format!("`{pointer}` is not in the reply: {reason}."),
            Ok(node) if !fits(&node) => format!("`{pointer}` is not {wanted}."),
            Ok(_) => return,
        };
        faults.push(document.fault(
            place,
            reason,
            format!("Point at {wanted} in the reply, through properties only."),
        ));
    };
    expect(
        "/records",
        &|node| list_of_objects(reply, node),
        "a list of objects",
    );
    expect(
        "/total",
        &|node| matches!(node.shape(), Ok(Shape::Integer)),
        "an integer",
    );
    expect(
        "/returned",
        &|node| matches!(node.shape(), Ok(Shape::Integer)),
        "an integer",
    );
    let value = document.value.pointer("/none/value");
    let fits = |node: &Node<'_>| match node.shape() {
        Ok(Shape::Text) => value.is_none_or(Value::is_string),
        Ok(Shape::Integer) => value.is_none_or(Value::is_i64),
        Ok(Shape::Boolean) => value.is_none_or(Value::is_boolean),
        Ok(Shape::Enumeration(choices, integer)) => value.is_none_or(|value| {
            value.is_i64() == integer && choices.iter().any(|choice| choice.wire == as_wire(value))
        }),
        _ => false,
    };
    expect("/none/path", &fits, "a value of the type of `value`");
}

/// Whether a pointer into the reply leads to a list of objects.
pub(super) fn is_list_of_objects(reply: Body<'_>, pointer: &str) -> bool {
    target(reply, pointer).is_ok_and(|node| list_of_objects(reply, &node))
}

fn list_of_objects(reply: Body<'_>, node: &Node<'_>) -> bool {
    let Ok(Shape::List(Some(items))) = node.shape() else {
        return false;
    };
    reply
        .resolve(&items)
        .is_ok_and(|items| matches!(items.shape(), Ok(Shape::Object)))
}

fn paging(document: &Document, faults: &mut Diagnostics) {
    let value = &document.value;
    let Some(paging) = value.get("paging") else {
        return;
    };
    let Some(root) = value
        .get("request")
        .filter(|root| root.get("properties").is_some())
    else {
        return;
    };
    let request = Body { root };
    for (key, stands_for) in [("parameter", "first"), ("size_parameter", "size")] {
        let Some(name) = paging.get(key).and_then(Value::as_str) else {
            continue;
        };
        let place = format!("/paging/{key}");
        let node = request
            .node()
            .property(name)
            .and_then(|node| request.resolve(&node).ok());
        let Some(node) = node else {
            faults.push(document.fault(
                &place,
                format!("There is no parameter `{name}`."),
                "Name a key of the request's properties.",
            ));
            continue;
        };
        let Ok(Shape::Integer) = node.shape() else {
            faults.push(document.fault(
                &place,
                format!("The parameter `{name}` is no integer."),
                "Pages are counted by integers.",
            ));
            continue;
        };
        let Some(number) = paging.get(stands_for).and_then(Value::as_i64) else {
            continue;
        };
        let place = format!("/paging/{stands_for}");
        if let Some(rule) = value::broken(&node, &Shape::Integer, &number.to_string()) {
            faults.push(document.fault(
                &place,
                format!("For the parameter `{name}`, it {rule}."),
                "Keep the parameter's own limits.",
            ));
        }
        if let Some(default) = node
            .value
            .get("default")
            .and_then(Value::as_i64)
            .filter(|default| *default != number)
        {
            let reason = format!("It is {number}, and the default of `{name}` is {default}.");
            faults.push(document.fault(
                &place,
                reason,
                "What is assumed when the parameter is left out must be one number.",
            ));
        }
    }
}
