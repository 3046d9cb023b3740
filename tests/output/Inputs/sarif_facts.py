"""Prints what stands in a SARIF file, one fact a line."""

import json
import sys

run, = json.load(open(sys.argv[1], encoding="utf-8"))["runs"]
driver = run["tool"]["driver"]
invocation, = run["invocations"]
root = run["originalUriBaseIds"]["SRCROOT"]["uri"]
assert root.startswith("file:///") and root.endswith("/"), root


def place(physical):
    location = physical["artifactLocation"]
    assert location["uriBaseId"] == "SRCROOT"
    assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]
    return location["uri"], physical.get("region", {})


def line(location):
    uri, region = place(location["physicalLocation"])
    return f"{uri}:{region['startLine']}"


print("runs 1 columns", run["columnKind"], "category", run["automationDetails"]["id"])
print("successful", invocation["executionSuccessful"])
for rule in driver["rules"]:
    assert rule["help"]["markdown"] and rule["fullDescription"]["text"]
    print("rule", rule["id"], rule["name"], "help", rule["helpUri"], "level",
          rule["defaultConfiguration"]["level"])
for notice in invocation["toolExecutionNotifications"]:
    kind = notice["descriptor"]
    assert driver["notifications"][kind["index"]]["id"] == kind["id"]
    uri, region = None, {}
    for location in notice.get("locations", []):
        uri, region = place(location["physicalLocation"])
    print("notice", notice["level"], kind["id"], uri, region.get("startLine"),
          notice["message"]["text"])
for result in run["results"]:
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert len(result["partialFingerprints"]["fltcheck/v1"]) == 32
    uri, region = place(result["locations"][0]["physicalLocation"])
    print(f"result {result['ruleId']} {uri}:{region['startLine']}:"
          f"{region['startColumn']}-{region['endColumn']}",
          repr(region.get("snippet", {}).get("text")),
          "in", result["locations"][0]["logicalLocations"][0]["name"])
    for related in result.get("relatedLocations", []):
        print("  related", line(related), related["message"]["text"])
    for step in result["codeFlows"][0]["threadFlows"][0]["locations"]:
        print("  step", step["executionOrder"], step["importance"], "depth",
              step["nestingLevel"], line(step["location"]),
              step["location"]["message"]["text"])
    for fix in result.get("fixes", []):
        change, = fix["artifactChanges"]
        replacement, = change["replacements"]
        deleted = replacement["deletedRegion"]
        print("  fix", change["artifactLocation"]["uri"],
              f"{deleted['startLine']}:{deleted['startColumn']}-{deleted['endColumn']}",
              repr(replacement["insertedContent"]["text"]))
    for suppression in result.get("suppressions", []):
        print("  suppression", suppression["kind"], suppression["status"],
              suppression["justification"], line(suppression["location"]))
print("suppressed", run["properties"]["suppressedFindings"])
