"""The health check for Argo CD, a script in Lua."""

HEALTH = """\
-- Argo CD health check for EventDrivenService and InfraBinding, so that sync waves wait until they work. In argocd-cm:
--   resource.customizations.health.platform.bizmatters.io_EventDrivenService: |
--     (the content of this file; add the same entry for InfraBinding)
-- Argo CD has a check only for *.crossplane.io; without this one, a claim is healthy as soon as it exists.

local function answer(status, message)
  return {status = status, message = message or ""}
end

local function by_type(conditions)
  local found = {}
  for _, condition in ipairs(conditions or {}) do
    found[condition.type] = condition
  end
  return found
end

-- Blocked and Degraded need action; all other phases pass without it
local function judged(phase, condition)
  if condition.status == "True" then
    return answer(phase == "Paused" and "Suspended" or "Healthy", condition.message)
  end
  if phase == "Blocked" or phase == "Degraded" then
    return answer("Degraded", condition.message)
  end
  return answer(phase == "Paused" and "Suspended" or "Progressing", condition.message)
end

if obj.metadata.deletionTimestamp ~= nil then
  return answer("Progressing", "being deleted")
end
if obj.status == nil or obj.status.conditions == nil then
  return answer("Progressing", "waiting for Crossplane")
end

local conditions = by_type(obj.status.conditions)
local synced, validated, operational = conditions.Synced, conditions.Validated, conditions.Operational

if synced ~= nil and synced.reason == "ReconcilePaused" then
  return answer("Suspended", "reconciliation is paused")
end
local seen = synced ~= nil and synced.observedGeneration or 0
if seen > 0 and seen < (obj.metadata.generation or 0) then
  return answer("Progressing", "waiting for Crossplane to see the change")
end
-- before the first response of the function, Synced can be False for a moment without a fault
if validated == nil or operational == nil then
  return answer("Progressing", synced ~= nil and synced.message or "waiting for the function")
end
-- check this first: after a rejected input, the other fields of the status are outdated
if validated.status ~= "True" then
  return answer("Degraded", validated.message)
end
if synced ~= nil and synced.status == "False" then
  return answer("Degraded", synced.message)
end
-- a namespaced composite says which generation was rendered
if obj.status.observedGeneration ~= nil and obj.status.observedGeneration < (obj.metadata.generation or 0) then
  return answer("Progressing", "waiting for the change to be rendered")
end
-- a claim cannot, so compare the image that runs, the most common change
local image, phase = obj.status.image, obj.status.phase
local other = image ~= nil and obj.spec.image ~= nil and image ~= obj.spec.image
if operational.status == "True" and phase ~= "Paused" and other then
  return answer("Progressing", "waiting for the new image to be applied")
end
-- Crossplane writes the fields of a status before its conditions, so the phase can be newer than the condition
if operational.status == "True" and (phase == "Pending" or phase == "Progressing" or phase == "Blocked") then
  return answer("Progressing", obj.status.message)
end
return judged(phase, operational)
"""
